# What each vendor.sh does alike. It is read in with `.` once `package`, `version` and `here` are set: then the package
# of that name is unpacked in ./package of a folder that is removed at the end, and ./*.tgz is what it came in.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm pack --silent "$package@$version" >/dev/null
tar -xzf ./*.tgz

checksum() { node -e '
    const hash = require("crypto").createHash("sha256");
    process.stdout.write(hash.update(require("fs").readFileSync(process.argv[1])).digest("hex"))' "$1"; }

# told FOLDER FILE...: write FOLDER/VERSION, which says what was fetched and the checksums of what was made of it.
told() {
    folder=$1
    shift
    {
        echo "name: $package"
        echo "version: $version"
        echo "licence: $(node -p 'require("./package/package.json").license'), see LICENSE"
        echo "source: npm pack $package@$version"
        echo "sha256 of the package: $(checksum ./*.tgz)"
        for file in "$@"; do
            echo "sha256 of $file: $(checksum "$folder/$file")"
        done
    } >"$folder/VERSION"
    cat "$folder/VERSION"
}

// Links within the page: to a view, to a thing, or to a part of the page. The focus goes where the link leads.

/** Where a link leads; what it says takes the place of the filters that were set, and Back brings these back. */
async function goAlong(fragment) {
  const number = numberOf(decoded(fragment));
  if (number !== null) choose(number, { toRead: true });
  else if (fragment.includes("=")) {
    await restore(fragment);
    writeAddress(true);
    bringAlong(byId("state"));
  } else bringAlong(byId(decoded(fragment)));
}

/** Bring a part of the page into sight, and the focus to it. */
function bringAlong(part) {
  part?.scrollIntoView({ behavior: still.matches ? "instant" : "smooth" });
  part?.focus({ preventScroll: true });
}

/** An address typed by hand, or gone back to. One of a part of the page leaves the view as it is. */
async function onAddress() {
  const fragment = location.hash.slice(1);
  const number = fragment.includes("=") ? null : numberOf(decoded(fragment));
  if (number !== null) choose(number, { step: false });
  else if (fragment && byId(decoded(fragment))) writeAddress();
  else await restore(fragment);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  goAlong(link.getAttribute("href").slice(1));
});
addEventListener("hashchange", onAddress);

// Without this script these would lead nowhere: only now are they links.
for (const link of document.querySelectorAll("a[data-view]")) link.href = `#${link.dataset.view}`;
for (const link of document.querySelectorAll(".skip[hidden]")) link.hidden = false;

byId("copy").addEventListener("click", async () => {
  const address = linkToView();
  byId("address").hidden = false;
  byId("address").value = address;
  byId("address").select();
  const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false);
  const said = [copied ? words.page.copied : words.page.copyIt, moved ? words.page.unmoved : "", location.protocol === "file:" ? words.page.onDisk : ""];
  announce(said.filter(Boolean).join(" "));
});

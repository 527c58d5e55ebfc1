// A context that draws like a canvas and writes SVG 1.1: as much of the canvas' interface as this page uses.

const TURN = Math.PI * 2;
const figure = (value) => Number(value.toFixed(2));
const XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** A text for XML: its markup escaped, and without the characters that XML forbids. */
const escaped = (text) => String(text).replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd").replace(/[&<>"]/g, (one) => XML[one]);
const ANCHORS = { left: "start", center: "middle", right: "end" };

class SvgDrawing {
  constructor() {
    Object.assign(this, { parts: [], steps: [], kept: [], dash: [], fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", font: `13px ${FONT}`, textAlign: "left", textBaseline: "middle" });
  }

  save() {
    const { parts, steps, kept, ...look } = this;
    this.kept.push(look);
  }

  restore() {
    Object.assign(this, this.kept.pop());
  }

  beginPath() { this.steps = []; }
  moveTo(x, y) { this.steps.push(`M${figure(x)} ${figure(y)}`); }
  lineTo(x, y) { this.steps.push(`${this.steps.length ? "L" : "M"}${figure(x)} ${figure(y)}`); }
  bezierCurveTo(...points) { this.steps.push(`C${points.map(figure).join(" ")}`); }
  quadraticCurveTo(...points) { this.steps.push(`Q${points.map(figure).join(" ")}`); }
  closePath() { this.steps.push("Z"); }
  rect(x, y, w, h) { this.steps.push(`M${figure(x)} ${figure(y)}h${figure(w)}v${figure(h)}h${figure(-w)}Z`); }
  setLineDash(dash) { this.dash = dash; }

  arc(x, y, r, start, end) {
    const at = (angle) => `${figure(x + r * Math.cos(angle))} ${figure(y + r * Math.sin(angle))}`;
    this.steps.push(`${this.steps.length ? "L" : "M"}${at(start)}`);
    if (end - start >= TURN - 1e-6) this.steps.push(`A${figure(r)} ${figure(r)} 0 1 1 ${at(start + Math.PI)}A${figure(r)} ${figure(r)} 0 1 1 ${at(start)}`);
    else this.steps.push(`A${figure(r)} ${figure(r)} 0 ${end - start > Math.PI ? 1 : 0} 1 ${at(end)}`);
  }

  roundRect(x, y, w, h, r) {
    const corner = (dx, dy) => `a${figure(r)} ${figure(r)} 0 0 1 ${figure(dx)} ${figure(dy)}`;
    this.steps.push(`M${figure(x + r)} ${figure(y)}h${figure(w - 2 * r)}${corner(r, r)}v${figure(h - 2 * r)}${corner(-r, r)}h${figure(2 * r - w)}${corner(-r, -r)}v${figure(2 * r - h)}${corner(r, -r)}Z`);
  }

  put(look) {
    if (this.steps.length) this.parts.push(`<path d="${this.steps.join("")}" ${look}/>`);
  }

  strokeLook() {
    const dash = this.dash.length ? ` stroke-dasharray="${this.dash.join(" ")}"` : "";
    return `stroke="${escaped(this.strokeStyle)}" stroke-width="${figure(this.lineWidth)}" stroke-linecap="${this.lineCap}" stroke-linejoin="${this.lineJoin}"${dash}`;
  }

  fill() { this.put(`fill="${escaped(this.fillStyle)}"`); }
  stroke() { this.put(`fill="none" ${this.strokeLook()}`); }

  fillRect(x, y, w, h) {
    this.beginPath();
    this.rect(x, y, w, h);
    this.fill();
  }

  write(text, x, y, look, room) {
    const [, bold, size] = /(bold )?([\d.]+)px/.exec(this.font);
    const squeeze = room && this.measureText(text).width > room ? ` textLength="${figure(room)}" lengthAdjust="spacingAndGlyphs"` : "";
    this.parts.push(`<text x="${figure(x)}" y="${figure(y)}" dy=".35em" font-family="${FONT}" font-size="${size}"${bold ? ' font-weight="bold"' : ""} text-anchor="${ANCHORS[this.textAlign]}" ${look}${squeeze}>${escaped(text)}</text>`);
  }

  fillText(text, x, y, room) { this.write(text, x, y, `fill="${escaped(this.fillStyle)}"`, room); }
  strokeText(text, x, y, room) { this.write(text, x, y, `fill="none" ${this.strokeLook()}`, room); }

  measureText(text) {
    const ruler = (SvgDrawing.ruler ??= el("canvas").getContext("2d"));
    ruler.font = this.font;
    return ruler.measureText(text);
  }

  document(left, top, width, height, title) {
    const box = [left, top, width, height].map(figure).join(" ");
    return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${figure(width)}" height="${figure(height)}"><title>${escaped(title)}</title>${this.parts.join("\n")}</svg>\n`;
  }
}

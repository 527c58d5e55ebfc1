// The picture to keep: all that is drawn, not only what is in the window, under its title.

const MOST_PIXELS = { side: 16384, area: 1e8 }; // what browsers will make of a canvas
const PICTURE_HEAD = 64;

/** Draw everything on any context that draws like a canvas, in the world's own measure. */
function drawAll(ctx) {
  const { left, top, width, height } = scene.bounds;
  ctx.fillStyle = paint["--card"];
  ctx.fillRect(left, top - PICTURE_HEAD, width, height + PICTURE_HEAD);
  const sight = { left, top, right: left + width, bottom: top + height };
  const near = state.mode === "flow" ? SMALL : Math.max(0.35, Math.min(1, 1600 / width));
  drawSight(ctx, sight, near);
  drawCaption(ctx, left, top - PICTURE_HEAD, width);
}

/** A part of the world, with nothing dimmed. */
function drawSight(ctx, sight, near) {
  plainly = true;
  if (state.mode === "free") drawFree(ctx, sight, near);
  else {
    drawFlow(ctx, sight, near);
    if (legible(near)) for (const number of within(sight)) drawCard(ctx, number, X[number], Y[number], false);
    drawHeads(ctx, sight.top);
  }
  plainly = false;
}

function drawCaption(ctx, left, top, width) {
  const unit = state.mode === "flow" ? 1 : Math.max(1, width / 1600);
  ctx.textAlign = "left";
  ctx.textBaseline = "middle";
  ctx.fillStyle = paint["--ink"];
  ctx.font = `bold ${18 * Math.min(unit, 1.6)}px ${FONT}`;
  ctx.fillText(data.title, left + 14, top + 24, width - 28);
  ctx.fillStyle = paint["--quiet"];
  ctx.font = `${12 * Math.min(unit, 1.6)}px ${FONT}`;
  ctx.fillText(`${byId("shown").textContent} ${byId("filtered").textContent}`, left + 14, top + 48, width - 28);
}

/** Pixels for one unit of the world: two, or as many as a canvas can hold. */
function pictureScale(width, height) {
  return Math.min(2, MOST_PIXELS.side / width, MOST_PIXELS.side / height, Math.sqrt(MOST_PIXELS.area / (width * height)));
}

function png() {
  const { left, top, width, height } = scene.bounds;
  const full = height + PICTURE_HEAD;
  const by = pictureScale(width, full);
  const canvas = el("canvas", { width: Math.floor(width * by), height: Math.floor(full * by) });
  const ctx = canvas.getContext("2d");
  ctx.scale(by, by);
  ctx.translate(-left, PICTURE_HEAD - top);
  drawAll(ctx);
  canvas.toBlob((blob) => {
    if (blob) save(blob, fileName("png"));
    announce(!blob ? words.page.noPicture : by < 0.6 ? words.page.smallPicture : "Saved the picture.");
  }, "image/png");
}

function svg() {
  const { left, top, width, height } = scene.bounds;
  const drawn = new SvgDrawing();
  drawAll(drawn);
  save(new Blob([drawn.document(left, top - PICTURE_HEAD, width, height + PICTURE_HEAD, data.title)], { type: "image/svg+xml" }), fileName("svg"));
  announce("Saved the picture.");
}

byId("save-png").addEventListener("click", png);
byId("save-svg").addEventListener("click", svg);

// The free layout of many things, drawn once for each zoom and kept: to scroll it is to move a picture.

const KEEPING = { from: 700, pixels: 1.6e7, side: 8192 }; // nodes from which on it is worth it, and what a canvas may hold
let kept = null;

/** Device pixels of the whole world at this zoom, where they can be kept. */
function keepable(ratio) {
  const [width, height] = [Math.ceil(scene.bounds.width * scale * ratio), Math.ceil(scene.bounds.height * scale * ratio)];
  const fits = width * height <= KEEPING.pixels && Math.max(width, height) <= KEEPING.side;
  return scene.order.length >= KEEPING.from && !movingNow && fits ? { width, height } : null;
}

/** Draw the kept picture on `ctx`, whose measure is the world's; false where it has to be drawn anew. */
function drawKept(ctx, sight) {
  const ratio = ctx.getTransform().a / scale;
  const size = keepable(ratio);
  if (!size) return false;
  if (kept?.scene !== scene || kept.scale !== scale || kept.ratio !== ratio) kept = keep(size, ratio);
  const by = scale * ratio;
  ctx.save();
  ctx.setTransform(1, 0, 0, 1, 0, 0);
  ctx.drawImage(kept.canvas, Math.round((scene.bounds.left - sight.left) * by), Math.round((scene.bounds.top - sight.top) * by));
  ctx.restore();
  return true;
}

function keep({ width, height }, ratio) {
  const canvas = el("canvas", { width, height });
  const ctx = canvas.getContext("2d");
  ctx.scale(scale * ratio, scale * ratio);
  ctx.translate(-scene.bounds.left, -scene.bounds.top);
  const { left, top, width: across, height: down } = scene.bounds;
  drawFree(ctx, { left, top, right: left + across, bottom: top + down }, scale);
  return { canvas, scene, scale, ratio };
}

// Compares what a page looks like with how it looked: the body of a script of looks.rs, which says what is compared.
// Gets the screenshot's slices from the top down, the parts of the page, the sheet of references and its parts, and
// the tolerance. Answers with the parts as a sheet of its own, and with those that differ.
const [slices, parts, reference, referenceParts, tolerance, done] = arguments;

const bytesOf = (base64) => Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
const bitmapOf = (base64) => createImageBitmap(new Blob([bytesOf(base64)], { type: "image/png" }), { colorSpaceConversion: "none" });

// The pixels of pictures under each other.
async function pixelsOf(pictures) {
  const bitmaps = await Promise.all(pictures.map(bitmapOf));
  const [width, height] = [bitmaps[0].width, bitmaps.reduce((sum, { height }) => sum + height, 0)];
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  let top = 0;
  for (const bitmap of bitmaps) {
    context.drawImage(bitmap, 0, top);
    top += bitmap.height;
  }
  return context.getImageData(0, 0, width, height);
}

// A part of a picture, each pixel the mean of `scale` × `scale` of the picture's.
function reduced({ width, height, data }, part, scale) {
  const [across, down] = [Math.floor(part.width / scale), Math.floor(part.height / scale)];
  const small = { width: across, height: down, data: new Float32Array(across * down * 3) };
  for (let y = 0; y < down * scale; y += 1) {
    for (let x = 0; x < across * scale; x += 1) {
      const from = (Math.min(part.y + y, height - 1) * width + Math.min(part.x + x, width - 1)) * 4;
      const to = (Math.floor(y / scale) * across + Math.floor(x / scale)) * 3;
      for (let channel = 0; channel < 3; channel += 1) small.data[to + channel] += data[from + channel] / (scale * scale);
    }
  }
  return small;
}

// Pictures under each other on white, with where each stands.
function sheetOf(pictures, names) {
  const width = Math.max(...pictures.map((picture) => picture.width));
  const height = pictures.reduce((sum, picture) => sum + picture.height, 0);
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  let top = 0;
  const places = pictures.map((picture, at) => {
    for (let y = 0; y < picture.height; y += 1) {
      for (let x = 0; x < picture.width; x += 1) {
        const [from, to] = [(y * picture.width + x) * 3, ((top + y) * width + x) * 4];
        for (let channel = 0; channel < 3; channel += 1) data[to + channel] = Math.round(picture.data[from + channel]);
      }
    }
    const place = { name: names[at], x: 0, y: top, width: picture.width, height: picture.height };
    top += picture.height;
    return place;
  });
  return { width, height, data, places };
}

// The 256 most frequent colours, and for each pixel the nearest of them.
function palette({ width, height, data }) {
  const count = new Map();
  const colour = (at) => (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
  for (let at = 0; at < data.length; at += 4) count.set(colour(at), (count.get(colour(at)) ?? 0) + 1);
  const colours = [...count].sort((one, other) => other[1] - one[1] || one[0] - other[0]).slice(0, 256).map(([value]) => value);
  const nearest = new Map(colours.map((value, index) => [value, index]));
  const channels = (value) => [value >> 16, (value >> 8) & 255, value & 255];
  const known = colours.map(channels);
  const find = (value) => {
    const wanted = channels(value);
    const distance = (other) => other.reduce((sum, part, at) => sum + (part - wanted[at]) ** 2, 0);
    return known.reduce((best, other, index) => (distance(other) < distance(known[best]) ? index : best), 0);
  };
  const indices = new Uint8Array(width * height);
  for (let at = 0; at < indices.length; at += 1) {
    const value = colour(at * 4);
    if (!nearest.has(value)) nearest.set(value, find(value));
    indices[at] = nearest.get(value);
  }
  return { colours: known, indices };
}

const checks = Uint32Array.from({ length: 256 }, (_, number) => {
  for (let bit = 0; bit < 8; bit += 1) number = number & 1 ? 0xedb88320 ^ (number >>> 1) : number >>> 1;
  return number;
});
const check = (bytes) => ~bytes.reduce((sum, byte) => checks[(sum ^ byte) & 255] ^ (sum >>> 8), ~0) >>> 0;

function chunk(name, content) {
  const bytes = new Uint8Array(content.length + 12);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  bytes.set(new TextEncoder().encode(name), 4);
  bytes.set(content, 8);
  view.setUint32(content.length + 8, check(bytes.subarray(4, content.length + 8)));
  return bytes;
}

// A picture as PNG with a palette, in base64.
async function png(picture) {
  const { colours, indices } = palette(picture);
  const rows = new Uint8Array((picture.width + 1) * picture.height);
  for (let y = 0; y < picture.height; y += 1) {
    rows.set(indices.subarray(y * picture.width, (y + 1) * picture.width), y * (picture.width + 1) + 1);
  }
  const packed = new Blob([rows]).stream().pipeThrough(new CompressionStream("deflate"));
  const head = new Uint8Array(13);
  const view = new DataView(head.buffer);
  view.setUint32(0, picture.width);
  view.setUint32(4, picture.height);
  head.set([8, 3, 0, 0, 0], 8);
  const file = new Blob([
    new Uint8Array([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head), chunk("PLTE", new Uint8Array(colours.flat())),
    chunk("IDAT", new Uint8Array(await new Response(packed).arrayBuffer())), chunk("IEND", new Uint8Array()),
  ]);
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

// Which cells of two pictures differ by more than allowed in a channel's mean.
function differences(one, other) {
  const cells = [];
  for (let at = 0; at < one.width * one.height; at += 1) {
    const x = at % one.width, y = Math.floor(at / one.width);
    if (x >= other.width || y >= other.height) continue;
    const channel = (number) => Math.abs(one.data[at * 3 + number] - other.data[(y * other.width + x) * 3 + number]);
    if (Math.max(channel(0), channel(1), channel(2)) > tolerance.levels) cells.push([x, y]);
  }
  return cells;
}

// The reference, what is there, and the same with what differs in red, side by side.
function sideBySide(before, now, cells) {
  const [width, height] = [Math.max(before.width, now.width), Math.max(before.height, now.height)];
  const data = new Uint8ClampedArray((width * 3 + 8) * height * 4).fill(255);
  const set = (x, y, colour) => data.set(colour, (y * (width * 3 + 8) + x) * 4);
  for (const [picture, left] of [[before, 0], [now, width + 4], [now, 2 * width + 8]]) {
    for (let y = 0; y < picture.height; y += 1) {
      for (let x = 0; x < picture.width; x += 1) set(left + x, y, picture.data.subarray((y * picture.width + x) * 3, (y * picture.width + x) * 3 + 3));
    }
  }
  for (const [x, y] of cells) {
    for (let at = 0; at < tolerance.cell ** 2; at += 1) {
      const [across, down] = [x * tolerance.cell + (at % tolerance.cell), y * tolerance.cell + Math.floor(at / tolerance.cell)];
      if (across < width && down < height) set(2 * width + 8 + across, down, [220, 0, 0]);
    }
  }
  return { width: width * 3 + 8, height, data };
}

(async () => {
  const shot = await pixelsOf(slices);
  const pictures = parts.map((part) => reduced(shot, part, tolerance.scale));
  const sheet = sheetOf(pictures, parts.map(({ name }) => name));
  const found = [];
  if (reference) {
    const before = await pixelsOf([reference]);
    for (const place of sheet.places) {
      const known = referenceParts.find(({ name }) => name === place.name);
      if (!known) {
        found.push({ name: place.name, problem: "has no reference" });
        continue;
      }
      const [whole, whole_now] = [reduced(before, known, 1), reduced(sheet, place, 1)];
      const [cells, cells_now] = [reduced(before, known, tolerance.cell), reduced(sheet, place, tolerance.cell)];
      const cellsApart = differences(cells, cells_now);
      const share = cellsApart.length / (cells.width * cells.height);
      const sizes = [known.width - place.width, known.height - place.height].map(Math.abs);
      const problem = Math.max(...sizes) > tolerance.size
        ? `was ${known.width} × ${known.height}, is ${place.width} × ${place.height}`
        : share > tolerance.share ? `differs in ${(share * 100).toFixed(1)} % of its cells` : undefined;
      if (problem) found.push({ name: place.name, problem, picture: await png(sideBySide(whole, whole_now, cellsApart)) });
    }
    for (const { name } of referenceParts) {
      if (!parts.some((part) => part.name === name)) found.push({ name, problem: "is no longer there" });
    }
  }
  done({ sheet: reference ? null : await png(sheet), parts: sheet.places, found });
})().catch((error) => done({ failed: `${error.stack ?? error}` }));

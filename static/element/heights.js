// Tells the page around how high an element is.

// Smaller changes than this are rounding, in pixels.
const LEAST = 2;

// Once a frame at most: a page that answers by changing the element cannot hold up itself.
export function tellHeight(element, raise) {
  let told = 0;
  let frame = 0;
  const tell = () => {
    frame = 0;
    const height = Math.ceil(element.getBoundingClientRect().height);
    if (!element.isConnected || Math.abs(height - told) < LEAST) return;
    told = height;
    raise("resize", { height });
  };
  new ResizeObserver(() => { frame ||= requestAnimationFrame(tell); }).observe(element);
}

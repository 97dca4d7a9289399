// Elements that widgets are shown on, one after another: a program remembers each one that it was mounted on for as long
// as the page is there. `mount` shows a widget on a new one, and answers with what shows the next.
export function spotsOf(mount) {
  const free = [];
  // Shows a widget in a place, and answers with what takes it away.
  return (place, ...widget) => {
    let spot = free.pop();
    const element = spot?.element ?? document.createElement("div");
    place.replaceChildren(element);
    if (spot) spot.show(...widget);
    else spot = { element, show: mount(element, ...widget) };
    return () => {
      element.remove();
      free.push(spot);
    };
  };
}

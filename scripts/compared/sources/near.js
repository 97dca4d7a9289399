// Loads the calculator when it is less than a screen away.
const near = ([{ isIntersecting }], observer) => {
  if (!isIntersecting) return;
  observer.disconnect();
  import("./calculator.jsx");
};
new IntersectionObserver(near, { rootMargin: "100%" }).observe(document.getElementById("calculator"));

// The tag that the page would have; which port the other server has, only the address of the page says.
const script = document.createElement("script");
script.type = "module";
script.src = new URL("pipeline-lever.js", location.search.slice(1));
document.head.append(script);

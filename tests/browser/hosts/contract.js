// The attributes that the page's own address asks for, before the element is known.
for (const [name, value] of new URLSearchParams(location.search)) document.querySelector("pipeline-lever").setAttribute(name, value);

// The page in the frame: the calculator, and what tells the page around how high it is.
import "@iframe-resizer/child";
import "./calculator.jsx";

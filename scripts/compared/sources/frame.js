// The page around the frame.
import iframeResize from "@iframe-resizer/parent";

iframeResize({ license: "GPLv3", waitForLoad: true }, "#frame");

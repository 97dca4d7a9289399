// Starts the program of yew/main.rs, which scripts/measured.sh has built.
import start from "./yew_host.js";

await start();

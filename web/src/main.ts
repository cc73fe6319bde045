import "./fonts.css";
import "./app.css";
import { mount } from "svelte";
import App from "./App.svelte";
import { speak, wanted } from "./lib/words.svelte";
import { start } from "./lib/place.svelte";

start();
await speak(wanted());
const target = document.getElementById("app");
if (target) mount(App, { target });
// Hangul and Han come in hundreds of slices: their list is loaded once the first screen stands.
void import("./fonts-east-asia.css");

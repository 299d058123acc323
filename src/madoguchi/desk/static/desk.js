// What plain links and forms cannot do: the keypad, answering by key, copying, reading aloud on press, and coming home after a patient left.
const box = () => document.getElementById("ask");

document.addEventListener("click", (event) => {
  const key = event.target.closest("[data-digit], [data-delete]");
  if (key && box()) {
    box().value = key.dataset.digit ? box().value + key.dataset.digit : box().value.slice(0, -1);
    box().focus();
  }
  if (event.target.closest("[data-speak]")) speak();
  if (event.target.closest("[data-print]")) window.print();
  const copy = event.target.closest("[data-copy]");
  if (copy) navigator.clipboard?.writeText(copy.dataset.copy).then(() => { copy.textContent = copy.dataset.copied; });
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.target.closest("input, textarea, select")) return;
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (button) button.click();
});

function speak() {
  const main = document.querySelector("main[data-speech]");
  if (!main || !window.speechSynthesis) return;
  const words = new SpeechSynthesisUtterance(main.dataset.speech);
  words.lang = main.lang.startsWith("ja") ? "ja-JP" : main.lang;
  words.rate = 0.9;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(words);
}

// The language a patient chose is for this patient only: when the screen clears itself it returns to the house's own.
let wasBusy = false;
document.addEventListener("htmx:sse:after:message", () => {
  const main = document.querySelector("body.patient main");
  if (!main) return;
  if (main.dataset.state === "idle" && wasBusy) {
    window.speechSynthesis?.cancel();
    if (location.pathname + location.search !== document.body.dataset.home) location.assign(document.body.dataset.home);
  }
  wasBusy = main.dataset.state !== "idle";
});

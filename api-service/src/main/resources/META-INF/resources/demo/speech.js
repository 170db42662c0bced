// The browser's own voice and ears, where it has them.

const Recognition = globalThis.SpeechRecognition ?? globalThis.webkitSpeechRecognition;

export const canListen = Recognition !== undefined;
export const canSpeak = "speechSynthesis" in globalThis;

export function readAloud(text) {
  speechSynthesis.cancel();
  const voice = new SpeechSynthesisUtterance(text);
  voice.lang = "en";
  speechSynthesis.speak(voice);
}

export function beQuiet() {
  if (canSpeak) {
    speechSynthesis.cancel();
  }
}

/** Writes what it hears. `onText` gets all that was said since the start; `onEnd` the trouble, if that ended it. */
export function listen(onText, onEnd) {
  const ears = new Recognition();
  ears.lang = "en-US";
  ears.continuous = true;
  ears.interimResults = true;
  let trouble;
  ears.onresult = (event) => onText(Array.from(event.results, (result) => result[0].transcript.trim()).join(" "));
  ears.onerror = (event) => {
    trouble = event.error;
  };
  ears.onend = () => onEnd(trouble);
  ears.start();
  return ears;
}

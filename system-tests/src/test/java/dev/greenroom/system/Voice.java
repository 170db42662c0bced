package dev.greenroom.system;

/** Stands in for a browser's speech service: it reads aloud to nobody, and hears what a test tells it. */
final class Voice {

    /**
     * Makes {@code voice}, by the Web Speech API (W3C Community Group): a recognition that is stopped still tells what it
     * was making out, one that is aborted tells nothing more.
     */
    static final String SCRIPT = """
            globalThis.voice = {
              read: undefined,
              isSpeaking: false,
              hear(...phrases) {
                const results = phrases.map((transcript) => [{ transcript }]);
                setTimeout(() => this.recognition?.onresult({ results }));
              },
              fail(error) {
                this.recognition.onerror({ error });
                this.recognition.end();
              },
            };
            globalThis.SpeechRecognition = class {
              start() {
                voice.recognition = this;
              }
              stop() {
                setTimeout(() => {
                  this.onresult({ results: [[{ transcript: "too late" }]] });
                  this.end();
                }, 500);
              }
              abort() {
                setTimeout(() => {
                  this.onerror({ error: "aborted" });
                  this.end();
                });
              }
              end() {
                voice.recognition = undefined;
                this.onend();
              }
            };
            Object.defineProperty(globalThis, "speechSynthesis", {
              value: {
                speak(utterance) {
                  voice.read = utterance.text;
                  voice.isSpeaking = true;
                },
                cancel() {
                  voice.isSpeaking = false;
                },
              },
            });
            """;

    private Voice() {}
}

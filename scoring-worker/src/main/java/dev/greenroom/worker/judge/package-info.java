/** The LLM judge: a second opinion from any OpenAI-compatible chat endpoint, or from nobody. The door is {@code SecondOpinion}. */
@NullMarked
package dev.greenroom.worker.judge;

import org.jspecify.annotations.NullMarked;

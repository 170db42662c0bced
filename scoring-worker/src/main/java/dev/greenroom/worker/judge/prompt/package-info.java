/** What the judge is told: the rubric as instructions, the candidate's words as data. For the judge alone. */
@NullMarked
package dev.greenroom.worker.judge.prompt;

import org.jspecify.annotations.NullMarked;

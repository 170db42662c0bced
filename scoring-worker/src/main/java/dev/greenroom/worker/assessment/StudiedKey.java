package dev.greenroom.worker.assessment;

import dev.greenroom.worker.concept.Concepts;
import dev.greenroom.worker.language.Spelling;
import dev.greenroom.worker.matching.References;
import dev.greenroom.worker.rubric.Grader;

/** An answer key with everything that can be worked out before any answer comes. */
record StudiedKey(AnswerKey key, Spelling spelling, References references, Concepts concepts, Grader grader) {}

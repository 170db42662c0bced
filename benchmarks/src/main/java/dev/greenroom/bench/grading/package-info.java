/**
 * Compares the rubric scorer's grades with those that people gave, and fits the numbers that it ships. Uses the scorer
 * exactly as the worker does.
 */
@NullMarked
package dev.greenroom.bench.grading;

import org.jspecify.annotations.NullMarked;

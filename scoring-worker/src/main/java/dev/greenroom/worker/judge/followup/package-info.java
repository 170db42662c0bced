/** Follow-up questions phrased on the candidate's own words, and what makes one fit to be asked. Its door is {@code FollowUpPhrasing}. */
@NullMarked
package dev.greenroom.worker.judge.followup;

import org.jspecify.annotations.NullMarked;

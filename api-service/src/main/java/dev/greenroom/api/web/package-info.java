/** What the features need to show words and figures as Markdown, as a page or as a PDF. */
@NullMarked
package dev.greenroom.api.web;

import org.jspecify.annotations.NullMarked;

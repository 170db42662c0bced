/** What an interview showed, as JSON, Markdown, a page and a PDF: all from one {@code ReportView}. */
@NullMarked
package dev.greenroom.api.report;

import org.jspecify.annotations.NullMarked;

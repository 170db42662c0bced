package dev.greenroom.api.progress;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A candidate's progress as a page. */
@CheckedTemplate(basePath = "progress", requireTypeSafeExpressions = true)
final class ProgressTemplates {

    private ProgressTemplates() {}

    static native TemplateInstance page(ProgressPage page);
}

package dev.greenroom.api.bank;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** A topic guide to read. */
@CheckedTemplate(basePath = "", requireTypeSafeExpressions = true)
final class GuideMarkdown {

    private GuideMarkdown() {}

    static native TemplateInstance guide(TopicView topic);
}

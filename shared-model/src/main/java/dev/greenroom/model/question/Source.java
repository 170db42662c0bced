package dev.greenroom.model.question;

/** The official documentation page that backs a question. */
public record Source(String title, String url) {}

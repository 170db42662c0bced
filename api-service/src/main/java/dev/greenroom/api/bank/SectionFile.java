package dev.greenroom.api.bank;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** A section as its file holds it; the questions gain topic and section when they are read. */
record SectionFile(String topic, String section, List<JsonNode> questions) {}

package dev.greenroom.api.problem;

/** Marks parameters that come in headers or the query: faults in them are named {@code #name}, not by JSON Pointer. */
public interface OutsideTheBody {}

package dev.sarkhat.http;

/**
 * A path whose bodies are taken piece by piece as they arrive, and so may be long and take long.
 * Whoever takes them sees to it that they come to an end. It is declared by a bean of this type.
 *
 * @param path the path to which they are posted
 * @param longest how many bytes they may have
 */
public record StreamedBody(String path, long longest) {}

package dev.sarkhat.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Why a line was refused.
 *
 * @param line the line's number in the file, from 1
 * @param externalId the article's number at its sender, where the line tells it
 * @param pointer the field, as a JSON Pointer (RFC 6901); empty for the line as a whole
 * @param reason English words for the sender
 */
public record Refusal(long line, @Nullable String externalId, String pointer, String reason) {}

package dev.sarkhat.access;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody, as what they did points at them.
 *
 * @param id their number
 * @param name what they are called
 */
@Schema(name = "PrincipalRef", description = "Somebody, as what they did points at them.")
public record PrincipalRef(
    @Schema(required = true, examples = "1") long id,
    @Schema(required = true, examples = "مهتاب نیک‌پور") String name) {}

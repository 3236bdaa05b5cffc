package dev.sarkhat.article.body;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

/** A change of subject ({@code hr}). */
@Schema(
    name = "SeparatorBlock",
    description = "A change of subject, drawn as a line.",
    requiredProperties = {"type"},
    properties =
        @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "separator"))
public record SeparatorBlock() implements Block {}

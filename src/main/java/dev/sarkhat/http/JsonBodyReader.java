package dev.sarkhat.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sarkhat.json.FieldError;
import dev.sarkhat.json.JsonFields;
import dev.sarkhat.json.JsonRefusedException;
import dev.sarkhat.json.StorableJson;
import dev.sarkhat.json.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;

/** Reads bodies for resources that ask for each field by its name. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodyReader implements MessageBodyReader<JsonFields> {

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == JsonFields.class;
  }

  @Override
  public JsonFields readFrom(
      Class<JsonFields> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    byte[] bytes = body.readAllBytes();
    try {
      // Some actions take a body, and need none.
      String text = bytes.length == 0 ? "{}" : StrictJson.text(bytes, "the body");
      ObjectNode object = StrictJson.object(text, "the body");
      List<FieldError> errors = StorableJson.errors(object);
      if (!errors.isEmpty()) {
        throw ProblemException.ofBody(errors);
      }
      return new JsonFields(object);
    } catch (JsonRefusedException refused) {
      throw ProblemException.ofBody(refused.errors());
    }
  }
}

package dev.sarkhat.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The words that the audit log is written in, which are those that it can be filtered by: a word
 * that was never written would find nothing, and somebody who mistypes one would believe that
 * nothing was done.
 */
@Singleton
class AuditWords {

  /** What is written down though no request asks for a change. */
  private static final Set<String> OTHERS =
      Set.of("exportContent", "finishImport", FirstKey.OPERATION, AdminApplication.OPERATION);

  /** What asks by a POST, and changes nothing. */
  private static final Set<String> QUESTIONS = Set.of("checkText");

  private final Set<String> operations = new TreeSet<>(OTHERS);

  @Inject
  AuditWords(BeanManager beans) {
    for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
      Path path = bean.getBeanClass().getAnnotation(Path.class);
      if (path != null && path.value().startsWith("/v1/admin")) {
        for (Method method : bean.getBeanClass().getDeclaredMethods()) {
          Operation operation = method.getAnnotation(Operation.class);
          if (operation != null && !method.isAnnotationPresent(GET.class)) {
            operations.add(operation.operationId());
          }
        }
      }
    }
    operations.removeAll(QUESTIONS);
  }

  /** What may have been done, in the order of the alphabet. */
  Set<String> operations() {
    return operations;
  }

  /**
   * Goes on if the log may be written in these words.
   *
   * @throws IllegalArgumentException if nobody could filter by them
   */
  void check(String operation, String kind) {
    if (!operations.contains(operation)
        || Arrays.stream(AuditKind.values()).noneMatch(each -> each.value().equals(kind))) {
      throw new IllegalArgumentException(
          "the audit log knows no operation " + operation + " on a thing of kind " + kind);
    }
  }
}

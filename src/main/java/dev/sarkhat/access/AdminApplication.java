package dev.sarkhat.access;

import dev.sarkhat.json.FieldChange;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;
import java.util.List;

/** Makes one admin with a key and ends. Its argument is what they are called. */
class AdminApplication implements QuarkusApplication {

  private static final String OPERATION = "admin create-key";

  private final Administrators administrators;
  private final KeyRegistry keys;
  private final Audit audit;

  @Inject
  AdminApplication(Administrators administrators, KeyRegistry keys, Audit audit) {
    this.administrators = administrators;
    this.keys = keys;
    this.audit = audit;
  }

  @Override
  public int run(String... arguments) {
    System.out.println(QuarkusTransaction.requiringNew().call(() -> make(arguments[0])).key());
    return 0;
  }

  /** Makes the admin. */
  IssuedKey make(String name) {
    long admin = administrators.make(name);
    IssuedKey issued = keys.issue(admin, null, null);
    List<FieldChange> nothing = List.of();
    audit.record(Actor.application(), OPERATION, "principal", Long.toString(admin), null, nothing);
    audit.record(Actor.application(), OPERATION, "key", issued.id(), null, nothing);
    return issued;
  }
}

package dev.sarkhat.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.inject.Inject;

/** Makes one admin with a key and ends. Its argument is what they are called. */
class AdminApplication implements QuarkusApplication {

  /** What the audit log calls it. */
  static final String OPERATION = "admin create-key";

  private final Administrators administrators;
  private final KeyRegistry keys;
  private final AccessAudit audit;

  @Inject
  AdminApplication(Administrators administrators, KeyRegistry keys, AccessAudit audit) {
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
    audit.recordMade(OPERATION, admin, issued.id());
    return issued;
  }
}

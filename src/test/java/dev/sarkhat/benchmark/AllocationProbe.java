package dev.sarkhat.benchmark;

import com.sun.management.ThreadMXBean;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * How much the event loops of a server in another Java process have allocated, counted exactly by
 * its virtual machine and asked for by JMX.
 */
final class AllocationProbe implements AutoCloseable {

  private final JMXConnector connector;
  private final ThreadMXBean threads;

  @SuppressWarnings("BanJNDI") // the other end is a process that this one has started
  AllocationProbe(long pid) throws IOException {
    VirtualMachine machine;
    try {
      machine = VirtualMachine.attach(Long.toString(pid));
    } catch (AttachNotSupportedException e) {
      throw new IOException(e);
    }
    try {
      String address = machine.startLocalManagementAgent();
      connector = JMXConnectorFactory.connect(new JMXServiceURL(address));
    } finally {
      machine.detach();
    }
    threads =
        ManagementFactory.newPlatformMXBeanProxy(
            connector.getMBeanServerConnection(),
            ManagementFactory.THREAD_MXBEAN_NAME,
            ThreadMXBean.class);
  }

  /** The bytes that the event loops have allocated so far. */
  long allocated() {
    long[] ids = threads.getAllThreadIds();
    ThreadInfo[] infos = threads.getThreadInfo(ids);
    long[] bytes = threads.getThreadAllocatedBytes(ids);
    long sum = 0;
    for (int index = 0; index < ids.length; index++) {
      if (infos[index] != null && infos[index].getThreadName().startsWith("vert.x-eventloop")) {
        sum += bytes[index];
      }
    }
    return sum;
  }

  @Override
  public void close() throws IOException {
    connector.close();
  }
}

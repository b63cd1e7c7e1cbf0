"""A terminal for one command: what comes on stdin is typed, what it shows goes to stdout. `\\0ROWS,COLUMNS\\n` resizes it.

Ends with the exit code of the command, after one line on stderr: whether the terminal reads and echoes as before.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios


def resize(fd, rows, columns):
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))


def own_terminal():
    os.setsid()
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)


ours, theirs = pty.openpty()
resize(ours, int(sys.argv[1]), int(sys.argv[2]))
before = termios.tcgetattr(theirs)
child = subprocess.Popen(sys.argv[3:], stdin=theirs, stdout=theirs, stderr=theirs, preexec_fn=own_terminal)
waiting = [ours, 0]
while True:
    ready, _, _ = select.select(waiting, [], [], 0.05)
    if ours in ready:
        os.write(1, os.read(ours, 65536))
    elif 0 in ready:
        typed = os.read(0, 65536)
        if typed == b"":
            waiting.remove(0)
        elif typed.startswith(b"\0"):
            rows, columns = typed[1:].split(b"\n")[0].split(b",")
            resize(ours, int(rows), int(columns))
            if child.poll() is None:
                os.kill(child.pid, signal.SIGWINCH)
        else:
            os.write(ours, typed)
    elif child.poll() is not None:
        break
after = termios.tcgetattr(theirs)
sys.stderr.write("restored\n" if before == after else "spoiled\n")
sys.exit(child.returncode if child.returncode >= 0 else 128 - child.returncode)

/* confine: calls that a program which reads a draft for us may not make.
 *
 * Out: a seccomp filter in force. Other than a worker's filter (run/filter.c)
 * it names what is forbidden: which calls a program of another house needs is
 * not ours to know, but it needs no network and no other process. Only the
 * native system calls are left, so that none is reached by another number. */
#include "confine.h"
#include "../base/seccomp.h"
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

static const uint32_t forbidden[] = {
    SYS_socket,  SYS_socketpair,       SYS_connect,
    SYS_bind,    SYS_accept4,          SYS_ptrace,
    SYS_kill,    SYS_process_vm_readv, SYS_process_vm_writev,
    SYS_mount,   SYS_unshare,          SYS_setns,
    SYS_bpf,     SYS_perf_event_open,  SYS_keyctl,
    SYS_add_key, SYS_request_key,      SYS_userfaultfd,
    425 /* io_uring_setup, on every architecture */
};
enum {
  N = sizeof forbidden / sizeof *forbidden,
  HEAD = 6,
  SECOND_SET = 0x40000000 /* numbers of x32, the same calls again */
};

void hd_confine_calls(void) {
  const uint32_t refuse = SECCOMP_RET_ERRNO | EPERM;
  struct sock_filter code[HEAD + 2 * N + 1] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, HD_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, refuse),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, SECOND_SET, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, refuse),
  };
  unsigned short n = HEAD;
  if (HD_ARCHITECTURE == 0)
    return;
  for (unsigned i = 0; i < N; i++) {
    code[n++] = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                                             forbidden[i], 0, 1);
    code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, refuse);
  }
  code[n++] = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
  struct sock_fprog program = {n, code};
  prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

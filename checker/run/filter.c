/* filter: which system calls a worker may still make.
 *
 * In: the two files it may write to. Out: a seccomp filter that is in force
 * from then on; what it does not name fails with EPERM: sockets, programs,
 * processes, tracing, changing files. The program is written here as a list
 * of instructions rather than by a library, since a worker is started for
 * each small draft and has a millisecond for all its start: the kernel tries
 * the program on every call there is before it takes it, so the sorted calls
 * are passed over by groups. Only the architectures of base/seccomp.h have a
 * filter. */
#include "../base/seccomp.h"
#include "run.h"
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
  MOST_INSTRUCTIONS = 256,
  GROUP = 8, /* calls that one comparison passes over */
  WRITING = O_ACCMODE | O_CREAT | O_TRUNC
};

typedef struct {
  struct sock_filter code[MOST_INSTRUCTIONS];
  unsigned short n;
} program;

/* Calls that are allowed whatever their arguments are: reading what is open,
 * memory, signals of its own, the clock, the end. */
static const uint32_t harmless[] = {
    SYS_read,          SYS_readv,        SYS_pread64,
    SYS_close,         SYS_lseek,        SYS_fstat,
    SYS_newfstatat,    SYS_statx,        SYS_faccessat,
    SYS_readlinkat,    SYS_getcwd,       SYS_fadvise64,
    SYS_dup3,          SYS_mmap,         SYS_munmap,
    SYS_mremap,        SYS_mprotect,     SYS_madvise,
    SYS_brk,           SYS_rt_sigaction, SYS_rt_sigprocmask,
    SYS_rt_sigreturn,  SYS_sigaltstack,  SYS_futex,
    SYS_getpid,        SYS_gettid,       SYS_getrandom,
    SYS_clock_gettime, SYS_gettimeofday, SYS_getrusage,
    SYS_sched_yield,   SYS_uname,        SYS_restart_syscall,
    SYS_exit,          SYS_exit_group,
#if defined(__x86_64__)
    SYS_stat,          SYS_lstat,        SYS_access,
    SYS_readlink,      SYS_dup2,         SYS_getrlimit,
    SYS_setrlimit,
#endif
};

static void add(program *p, struct sock_filter instruction) {
  if (p->n < MOST_INSTRUCTIONS)
    p->code[p->n++] = instruction;
}

static void add_load(program *p, size_t off) {
  add(p, (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (uint32_t)off));
}

/* Goes on where the loaded word is `value`, else over `over` more. */
static void add_unless(program *p, uint32_t value, uint8_t over) {
  add(p,
      (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, over));
}

static void add_answer(program *p, uint32_t answer) {
  add(p, (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, answer));
}

static void load_call(program *p) {
  add_load(p, offsetof(struct seccomp_data, nr));
}

static int compare(const void *a, const void *b) {
  const uint32_t *x = a, *y = b;
  return (*x > *y) - (*x < *y);
}

/* The calls without a condition: groups of ascending numbers, each behind a
 * jump over it for what is larger. */
static void allow_harmless(program *p) {
  enum { N = sizeof harmless / sizeof *harmless };
  uint32_t calls[N];
  memcpy(calls, harmless, sizeof harmless);
  qsort(calls, N, sizeof *calls, compare);
  for (size_t i = 0; i < N; i++) {
    if (i % GROUP == 0 && i + GROUP < N)
      add(p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K,
                                          calls[i + GROUP], GROUP * 2, 0));
    add_unless(p, calls[i], 1);
    add_answer(p, SECCOMP_RET_ALLOW);
  }
}

/* Allows a call whose argument, masked, is `value`. All such arguments are
 * ints, of which the kernel itself reads the low word only. */
static void allow_if(program *p, long call, unsigned argument, uint32_t mask,
                     uint32_t value) {
  size_t off = offsetof(struct seccomp_data, args) + argument * 8;
  if (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__)
    off += 4;
  add_unless(p, (uint32_t)call, 5);
  add_load(p, off);
  add(p, (struct sock_filter)BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask));
  add_unless(p, value, 1);
  add_answer(p, SECCOMP_RET_ALLOW);
  load_call(p);
}

static void allow_writing(program *p, int fd) {
  if (fd < 0)
    return;
  allow_if(p, SYS_write, 0, UINT32_MAX, (uint32_t)fd);
  allow_if(p, SYS_writev, 0, UINT32_MAX, (uint32_t)fd);
}

void hd_filter_install(int channel, int copy) {
  program p = {.n = 0};
  if (HD_ARCHITECTURE == 0)
    return;
  add_load(&p, offsetof(struct seccomp_data, arch));
  add(&p, (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K,
                                       HD_ARCHITECTURE, 1, 0));
  add_answer(&p, SECCOMP_RET_ERRNO | EPERM);
  load_call(&p);
  allow_harmless(&p);
  allow_if(&p, SYS_openat, 2, WRITING, O_RDONLY);
#if defined(__x86_64__)
  allow_if(&p, SYS_open, 1, WRITING, O_RDONLY);
#endif
  allow_if(&p, SYS_prlimit64, 0, UINT32_MAX, 0);
  allow_if(&p, SYS_tgkill, 0, UINT32_MAX, (uint32_t)getpid());
  allow_writing(&p, channel);
  allow_writing(&p, copy);
  allow_writing(&p, STDERR_FILENO);
  add_answer(&p, SECCOMP_RET_ERRNO | EPERM);
  struct sock_fprog filter = {p.n, p.code};
  /* a worker holds no secret of others: no mitigation that slows it down */
  if (syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
              SECCOMP_FILTER_FLAG_SPEC_ALLOW, &filter))
    syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter);
}

/* seccomp: what a filter of system calls has to know of the machine. */
#ifndef HD_BASE_SECCOMP_H
#define HD_BASE_SECCOMP_H
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>

/* The architecture whose numbers the calls have; 0: none that is known, and
 * no filter can be made. */
#if defined(__x86_64__)
#define HD_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define HD_ARCHITECTURE AUDIT_ARCH_AARCH64
#else
#define HD_ARCHITECTURE 0
#endif
#endif

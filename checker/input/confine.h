/* confine: calls that a program which reads a draft for us may not make. */
#ifndef HD_INPUT_CONFINE_H
#define HD_INPUT_CONFINE_H

/* From here on: no connections, no looking into other processes, none of it
 * for children either. What the kernel lacks is left out. The process must
 * have given up new privileges. */
void hd_confine_calls(void);
#endif

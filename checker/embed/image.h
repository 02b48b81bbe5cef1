/* image: the data of the built-in lexicons as tables of C. */
#ifndef HD_IMAGE_H
#define HD_IMAGE_H
#include "../run/data.h"

/* Writes hd_image_* to standard output; false, and the reason on standard
 * error, where the data holds what cannot be moved. */
bool hd_image_write(void);
#endif

/* lunar: the Chinese lunar calendar and the solar terms, as days of the
 * Gregorian one.
 *
 * A year of the table: bits 17 and above, the days from 1 January to the lunar
 * new year; 13 to 16, the leap month, 0 for none; 0 to 12, from the first
 * month on, a long month (30 days) or a short one, the leap month in its
 * place. The values are facts of the calendar: each of the 1,249 months begins
 * on the day of the new moon in China by an ephemeris. The terms follow the
 * sun's longitude: their times are linear in the year for a century, by minutes
 * that were fitted to an ephemeris (two of 2,424 terms from 1950 to 2050 fall
 * on the day before or after). */
#include "scan.h"

enum { FIRST_YEAR = 1950, LAST_YEAR = 2050, MONTHS = 13 };

static const uint32_t years[LAST_YEAR - FIRST_YEAR + 1] = {
    0x5e0536, 0x480aad, 0x34b5aa, 0x5805b2, 0x420da5, 0x2e7d4a, 0x540d4a,
    0x3d0a95, 0x600a97, 0x4c0556, 0x36cab5, 0x5a0ad5, 0x4606d2, 0x308ea5,
    0x560ea5, 0x40064a, 0x286c97, 0x4e0a9b, 0x3af55a, 0x5e056a, 0x480b69,
    0x34b752, 0x5a0b52, 0x420b25, 0x2c964b, 0x520a4b, 0x3d14ab, 0x6002ad,
    0x4a056d, 0x36cb69, 0x5c0da9, 0x460d92, 0x309d25, 0x560d25, 0x415a4d,
    0x640a56, 0x4e02b6, 0x38c5b5, 0x5e06d5, 0x480ea9, 0x34be92, 0x5a0e92,
    0x440d26, 0x2c6a56, 0x500a57, 0x3d14d6, 0x62035a, 0x4a06d5, 0x36b6c9,
    0x5c0749, 0x460693, 0x2e952b, 0x54052b, 0x3e0a5b, 0x2a555a, 0x4e056a,
    0x38fb55, 0x600ba4, 0x4a0b49, 0x32ba93, 0x580a95, 0x42052d, 0x2c8aad,
    0x500ab5, 0x3d35aa, 0x6205d2, 0x4c0da5, 0x36dd4a, 0x5c0d4a, 0x460c95,
    0x30952e, 0x540556, 0x3e0ab5, 0x2a55b2, 0x5006d2, 0x38cea5, 0x5e0725,
    0x48064b, 0x32ac97, 0x560cab, 0x42055a, 0x2c6ad6, 0x520b69, 0x3d7752,
    0x620b52, 0x4c0b25, 0x36da4b, 0x5a0a4b, 0x4404ab, 0x2ea55b, 0x5405ad,
    0x3e0b6a, 0x2a5b52, 0x500d92, 0x3afd25, 0x5e0d25, 0x480a55, 0x32b4ad,
    0x5804b6, 0x4005b5, 0x2c6daa};

static int month_days(uint32_t year, int index) {
  return 29 + (int)(year >> index & 1);
}

bool hd_lunar_month(int year, int month, bool leap, hd_day *first,
                    hd_day *last) {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12)
    return false;
  uint32_t bits = years[year - FIRST_YEAR];
  int leap_month = (int)(bits >> MONTHS & 15);
  if (leap && month != leap_month)
    return false;
  int index = month - 1 + (leap || (leap_month && month > leap_month));
  int days = (int)(bits >> 17);
  for (int i = 0; i < index; i++)
    days += month_days(bits, i);
  *first = hd_day_add(hd_day_of(year, 1, 1), days);
  *last = hd_day_add(*first, month_days(bits, index) - 1);
  return true;
}

/* Minutes from 2000-01-01 in China to each term of 2000, from 小寒 on, and by
 * how many hundredths of a minute its year is longer than the least. */
static const int32_t term_minutes[24] = {
    7726,   28929,  50186,  71539,  93027,  114680, 136516, 158543,
    180755, 203133, 225645, 248251, 270901, 293545, 316129, 338608,
    360943, 383106, 405081, 426866, 448471, 469919, 491242, 512479};
static const uint8_t term_drift[24] = {168, 166, 159, 147, 131, 112, 90,  69,
                                       47,  29,  14,  5,   0,   2,   10,  23,
                                       40,  60,  82,  104, 124, 142, 155, 164};

bool hd_solar_term(int year, int n, hd_day *day) {
  enum { LEAST_YEAR = 52594791, MINUTES_A_DAY = 1440 };
  if (year < FIRST_YEAR || year > LAST_YEAR || n < 0 || n > 23)
    return false;
  int64_t hundredths = (int64_t)term_minutes[n] * 100 +
                       (int64_t)(LEAST_YEAR + term_drift[n]) * (year - 2000);
  int64_t by = 100 * MINUTES_A_DAY;
  int64_t days =
      hundredths >= 0 ? hundredths / by : -((by - 1 - hundredths) / by);
  *day = hd_day_add(hd_day_of(2000, 1, 1), (int)days);
  return true;
}

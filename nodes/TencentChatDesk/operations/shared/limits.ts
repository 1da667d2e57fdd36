/** Largest value of an unsigned 32-bit integer, the range of message numbers. */
export const maxUnsigned = 0xffff_ffff;

/** Error 93000: the JSON packet of a message may not exceed 12 KB. */
export const maxMessageBytes = 12 * 1024;

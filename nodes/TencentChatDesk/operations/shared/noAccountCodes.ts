/** Codes that say of an account that it does not exist, whichever API gives them. */
export const noAccountCodes: readonly number[] = [10019, 20003, 40003, 70107, 90012, 90048, 141015];

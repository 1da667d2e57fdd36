import type { JsonObject } from '../json';

/** Texts of a gift or of a category in one language. */
export interface Texts {
	name: string;
	desc: string;
}

/** A gift of live rooms: the fields of add_gift in the API's spelling, and its translations. */
export interface Gift {
	info: JsonObject;
	coins: number;
	texts: Map<string, Texts>;
}

/** A category of gifts. */
export interface GiftCategory {
	info: JsonObject;
	giftIds: Set<string>;
	texts: Map<string, Texts>;
}

/** The gifts of an app. */
export interface GiftShop {
	gifts: Map<string, Gift>;
	categories: Map<string, GiftCategory>;
	/** Milliseconds since 1970: when somebody last took the default set over. */
	defaultsAt?: number;
}

export const emptyShop = (): GiftShop => ({ gifts: new Map(), categories: new Map() });

/** A gift that was given in a live room. */
export interface GivenGift {
	giftId: string;
	from: string;
	receivers: string[];
	count: number;
	/** Of all of them together. */
	coins: number;
}

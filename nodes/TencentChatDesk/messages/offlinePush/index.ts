import type { IDataObject, INodeProperties } from 'n8n-workflow';
import type { Fields } from '../../parameters/fields';
import { objectOf } from '../../parameters/json';
import { anyAndroid } from './android';
import { apple, checkApple } from './apple';
import { pushLabel, type PushControl } from './control';
import { checkGeneral, general } from './general';
import { google } from './google';
import { harmonyOs } from './harmony';
import { honor } from './honor';
import { huawei } from './huawei';
import { meizu } from './meizu';
import { checkOppo, oppo } from './oppo';
import { vivo } from './vivo';
import { xiaomi } from './xiaomi';

const byName = (a: PushControl, b: PushControl) =>
	a.property.displayName.localeCompare(b.property.displayName, 'en');

/** General settings as they are read, then those of the vendors by name. */
const controls: readonly PushControl[] = [
	...general,
	...[
		...anyAndroid,
		...google,
		...honor,
		...huawei,
		...meizu,
		...oppo,
		...vivo,
		...xiaomi,
		...apple,
		...harmonyOs,
	].sort(byName),
];

/** The control "Offline Push": what people see whose app is closed. */
export const offlinePushProperty: INodeProperties = {
	displayName: 'Offline Push',
	name: 'offlinePush',
	type: 'collection',
	placeholder: 'Add Push Setting',
	default: {},
	description: 'The notification that recipients get while their app is closed',
	options: controls.map(({ property }) => property),
};

const main = ['title', 'desc'];

/** Settings of a push that has its title and its text in fields of their own. */
export const furtherPushSettings: INodeProperties = {
	...offlinePushProperty,
	description: 'How phones of each make show the notification',
	options: controls.map(({ property }) => property).filter(({ name }) => !main.includes(name)),
};

/** Puts a value where its path leads, through objects that are made on the way. */
function put(info: IDataObject, [name = '', ...rest]: readonly string[], value: unknown): void {
	if (rest.length === 0) {
		info[name] = value as IDataObject[string];
		return;
	}
	const inner = objectOf(info[name]);
	info[name] = inner;
	put(inner, rest, value);
}

/**
 * `OfflinePushInfo` of an item, or undefined when nothing is set.
 *
 * @param main what has fields of its own, outside the collection
 * @throws InvalidParameter naming the control that has to change.
 */
export function readOfflinePush(fields: Fields, main: IDataObject = {}): IDataObject | undefined {
	const push = fields.collection('offlinePush', 'Offline Push');
	const info: IDataObject = {};
	for (const { path, property, read } of controls) {
		const value = read(push, property.name, pushLabel(property.displayName));
		if (value !== undefined) put(info, path, value);
	}
	Object.assign(info, main);
	checkGeneral(info);
	checkOppo(objectOf(info.AndroidInfo));
	checkApple(objectOf(info.ApnsInfo));
	if (Object.keys(info).length === 0) return undefined;
	// The documentation's samples always carry the flag; 0 means "push".
	return { PushFlag: 0, ...info };
}

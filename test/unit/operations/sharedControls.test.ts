import type { INodeProperties } from 'n8n-workflow';

import {
	sharedControls,
	type Placed,
} from '../../../nodes/TencentChatDesk/operations/sharedControls';

const control = (displayName: string, more: Partial<INodeProperties> = {}): INodeProperties => ({
	displayName,
	name: 'options',
	type: 'string',
	default: '',
	...more,
});

const placed = (place: string, one: INodeProperties): Placed => {
	const [resource = '', operation = ''] = place.split('.');
	return { resource, operation, control: one };
};

/** What each control is shown for, as `resources > operations`. */
function shown(controls: readonly Placed[], others: readonly string[] = []): string[] {
	const catalogue = new Map<string, Set<string>>();
	const places = [
		...controls.map(({ resource, operation }) => `${resource}.${operation}`),
		...others,
	];
	for (const place of places) {
		const [resource = '', operation = ''] = place.split('.');
		catalogue.set(resource, (catalogue.get(resource) ?? new Set()).add(operation));
	}
	return sharedControls(controls, catalogue).map(({ displayName, displayOptions }) => {
		const { resource = [], operation = [] } = displayOptions?.show ?? {};
		return `${displayName}: ${resource.join()} > ${operation.join()}`;
	});
}

const a = control('A');
const b = control('B');

describe('controls that are alike', () => {
	it('stand once for the operations of a resource', () => {
		expect(shown([placed('x.get', a), placed('x.update', b), placed('x.delete', a)])).toEqual([
			'A: x > get,delete',
			'B: x > update',
		]);
	});

	it('stand once for several resources', () => {
		expect(shown([placed('x.get', a), placed('y.get', a), placed('z.list', a)])).toEqual([
			'A: x,y,z > get,list',
		]);
	});

	it('are kept apart where together they would name an operation with another control', () => {
		expect(shown([placed('x.get', a), placed('x.list', b), placed('y.list', a)])).toEqual([
			'A: x > get',
			'A: y > list',
			'B: x > list',
		]);
	});

	it('are kept apart where together they would name an operation without any', () => {
		expect(shown([placed('x.get', a), placed('y.list', a)], ['x.list'])).toEqual([
			'A: x > get',
			'A: y > list',
		]);
	});

	it('keep the conditions of their own, by which they differ, too', () => {
		const later = control('A', { displayOptions: { show: { '@version': [1.2] } } });
		const [first, second] = sharedControls(
			[placed('x.get', a), placed('x.list', later)],
			new Map([['x', new Set(['get', 'list'])]]),
		);
		expect(first?.displayOptions).toEqual({ show: { resource: ['x'], operation: ['get'] } });
		expect(second?.displayOptions).toEqual({
			show: { resource: ['x'], operation: ['list'], '@version': [1.2] },
		});
	});
});

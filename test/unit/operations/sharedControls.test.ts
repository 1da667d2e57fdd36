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

/** The controls of an operation, `resource.operation`, from top to bottom. */
const placed = (place: string, ...controls: INodeProperties[]): Placed[] => {
	const [resource = '', operation = ''] = place.split('.');
	return controls.map((one) => ({ resource, operation, control: one }));
};

/** What each control is shown for, as `resources > operations`. */
function shown(ofOperations: Placed[][], others: readonly string[] = []): string[] {
	const catalogue = new Map<string, Set<string>>();
	const places = [
		...ofOperations.flat().map(({ resource, operation }) => `${resource}.${operation}`),
		...others,
	];
	for (const place of places) {
		const [resource = '', operation = ''] = place.split('.');
		catalogue.set(resource, (catalogue.get(resource) ?? new Set()).add(operation));
	}
	return sharedControls(ofOperations, catalogue).map(({ displayName, displayOptions }) => {
		const { resource = [], operation = [] } = displayOptions?.show ?? {};
		return `${displayName}: ${resource.join()} > ${operation.join()}`;
	});
}

const a = control('A');
const b = control('B');
const c = control('C');

describe('controls that are alike', () => {
	it('stand once for the operations of a resource', () => {
		expect(shown([placed('x.get', a), placed('x.update', b), placed('x.delete', a)])).toEqual([
			'B: x > update',
			'A: x > get,delete',
		]);
	});

	it('stand once for several resources', () => {
		expect(shown([placed('x.get', a), placed('y.get', a), placed('z.list', a)])).toEqual([
			'A: x,y,z > get,list',
		]);
	});

	it('stand once between others, in the order of each operation', () => {
		expect(shown([placed('x.get', a, b, c), placed('x.list', b), placed('x.add', a, c)])).toEqual([
			'A: x > get,add',
			'B: x > get,list',
			'C: x > get,add',
		]);
	});

	it('stand twice where two operations have them in another order', () => {
		expect(shown([placed('x.get', a, b), placed('x.list', b, a)])).toEqual([
			'A: x > get',
			'B: x > get,list',
			'A: x > list',
		]);
	});

	it('are kept apart where together they would name an operation with another control', () => {
		expect(shown([placed('x.get', a), placed('x.list', b), placed('y.list', a)])).toEqual([
			'B: x > list',
			'A: x > get',
			'A: y > list',
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
		const [second, first] = sharedControls(
			[placed('x.get', a), placed('x.list', later)],
			new Map([['x', new Set(['get', 'list'])]]),
		);
		expect(first?.displayOptions).toEqual({ show: { resource: ['x'], operation: ['get'] } });
		expect(second?.displayOptions).toEqual({
			show: { resource: ['x'], operation: ['list'], '@version': [1.2] },
		});
	});
});

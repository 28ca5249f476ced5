import { isJsonObject, type Json, type JsonObject } from '../../src/domain/use-case/json';
import { valueAt } from '../json-text';
import type { State } from '../jira/state';
import type { Change, Store } from '../jira/store';
import type { Activity, DeliveredEvent } from './activity';
import { evaluateExpression, ExpressionProblem, type Variables } from './expression';
import type { Functions } from './calls';
import type { Manifest, TriggerModule } from './manifest';
import { productEvents, type ProductEvent } from './product-events';
import type { Timers } from './timers';

type Delivery = DeliveredEvent['deliveries'][number];

const mostRetries = 4;

/** Tells the app's triggers what happens in Jira, after a delay that can be set. */
export function startTriggers(options: {
  readonly manifest: Manifest;
  readonly store: Store;
  readonly functions: () => Functions;
  readonly timers: Timers;
  readonly activity: Activity;
  readonly origin: () => string;
  readonly delaySeconds: () => number;
}): void {
  const { manifest, store, functions, timers, activity, origin, delaySeconds } = options;
  store.subscribe((change) => {
    for (const event of productEvents(origin(), change, timers.now())) {
      const triggers = manifest.modules.trigger.filter(({ events }) =>
        events.includes(event.eventType),
      );
      const deliveries = triggers.map((trigger) => {
        const judged = judge(trigger, event, change, store.state());
        if (judged.payload !== undefined) {
          const { payload } = judged;
          timers.after(delaySeconds() * 1000, () => void deliver(trigger, payload, 0));
        }
        return judged.delivery;
      });
      activity.addEvent({
        at: timers.now(),
        eventType: event.eventType,
        issueKey: event.issueKey,
        selfGenerated: isOwn(change),
        deliveries,
      });
    }
  });

  const deliver = async (
    trigger: TriggerModule,
    payload: JsonObject,
    retryCount: number,
  ): Promise<void> => {
    const accountId = payload['atlassianId'];
    const outcome = await functions().invokeOnEvent({
      kind: 'trigger',
      moduleKey: trigger.key,
      functionKey: trigger.function,
      event: payload,
      accountId: typeof accountId === 'string' ? accountId : null,
    });
    if (outcome.outcome !== 'retry' || retryCount >= mostRetries) return;
    const retryContext = { ...outcome.context, retryCount: retryCount + 1 } as JsonObject;
    timers.after(
      outcome.afterSeconds * 1000,
      () => void deliver(trigger, { ...payload, retryContext }, retryCount + 1),
    );
  };
}

/** Changes that came through the app are its own, whether it acted as a person or as itself. */
function isOwn({ by }: Change): boolean {
  return by?.throughApp === true;
}

function judge(
  trigger: TriggerModule,
  event: ProductEvent,
  change: Change,
  state: State,
): { readonly delivery: Delivery; readonly payload?: JsonObject } {
  const { key: name, filter } = trigger;
  if (filter?.ignoreSelf === true && isOwn(change)) {
    return { delivery: { trigger: name, fate: 'ignored as its own' } };
  }
  const full: JsonObject = { ...event.payload, selfGenerated: isOwn(change) };
  const included = includedProperties(state, event, trigger);
  const payload = { ...full, ...included };
  const delivered: Delivery = { trigger: name, fate: 'delivered' };
  if (filter?.expression === undefined) return { delivery: delivered, payload };
  const verdict = passes(filter.expression, full, (path) => propertyAt(state, event.issueId, path));
  if (verdict === true) return { delivery: delivered, payload };
  if (verdict === false) return { delivery: { trigger: name, fate: 'filtered' } };
  const delivery: Delivery = { trigger: name, fate: 'filter failed', note: verdict.problem };
  const received = filter.onError.startsWith('RECEIVE');
  return received
    ? { delivery, payload: { ...payload, filterError: verdict.problem } }
    : { delivery };
}

/** Whether a filter lets an event through, or why it could not be judged. */
function passes(
  expression: string,
  event: JsonObject,
  property: Variables['property'],
): boolean | { readonly problem: string } {
  try {
    const passed = evaluateExpression(expression, { event, property });
    return typeof passed === 'boolean' ? passed : { problem: 'The filter gave no Boolean.' };
  } catch (error) {
    if (error instanceof ExpressionProblem) return { problem: error.message };
    throw error;
  }
}

/**
 * The value of an entity property by its path: the entity, "properties", the key, then steps, which
 * may be joined by dots. Null for an object and for what is not there, as the platform resolves it.
 */
function propertyAt(state: State, issueId: string | null, path: readonly string[]): Json {
  const [entity, , key = '', ...rest] = path;
  const id = issueId ?? '';
  const ofProject = state.projectProperties[state.issues[id]?.projectId ?? ''];
  const stored = entity === 'issue' ? state.issueProperties[id] : ofProject;
  const value = valueAt(
    stored?.[key],
    rest.flatMap((step) => step.split('.')),
  );
  return value === undefined || isJsonObject(value) ? null : value;
}

const pathPattern =
  /^(?<entity>issue|project)\.properties\['(?<key>[^']+)'\](?<rest>(?:\.[\w-]+|\['[^']+'\])*)$/u;

/** The property values that a trigger asked to be told, by the paths it asked for. */
function includedProperties(
  state: State,
  { issueId }: ProductEvent,
  { payload }: TriggerModule,
): JsonObject {
  const paths = payload?.include.propertyPaths ?? [];
  if (paths.length === 0) return {};
  const values = paths.map((path) => {
    const { entity = '', key = '', rest = '' } = pathPattern.exec(path)?.groups ?? {};
    const steps = rest.match(/[\w-]+(?:\.[\w-]+)*/gu) ?? [];
    return [path, propertyAt(state, issueId, [entity, 'properties', key, ...steps])] as const;
  });
  return { payloadIncludeProperties: Object.fromEntries(values) };
}

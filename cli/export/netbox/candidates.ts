/** `high`: the device itself, or both ends, say so. `medium`: one end does. `low`: nobody who was asked, or the ends disagree. */
export type Confidence = 'high' | 'medium' | 'low';

/** A device as it would go into NetBox. */
export interface DeviceCandidate {
  /** netwalker's id of the device. */
  readonly id: string;
  /** Texts as NetBox takes them: without control characters, trimmed, cut where they are too long. */
  readonly name: string;
  readonly site: string;
  readonly manufacturer: string;
  readonly deviceType: string;
  readonly platform: string | null;
  readonly serial: string;
  readonly status: 'active' | 'planned';
  readonly confidence: Confidence;
  readonly why: string;
  /** Why it is in no body; null where it is in one. */
  readonly heldBack: string | null;
  readonly notes: readonly string[];
}

export interface CableEnd {
  readonly deviceId: string;
  readonly device: string;
  readonly port: string | null;
}

export interface CableCandidate {
  readonly a: CableEnd;
  readonly b: CableEnd;
  readonly status: 'connected' | 'planned';
  readonly confidence: Confidence;
  readonly why: string;
  readonly heldBack: string | null;
}

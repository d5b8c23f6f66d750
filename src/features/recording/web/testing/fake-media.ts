/** Stand-ins for what only a browser has, with a hand on what the devices do. */
export class FakeTrack extends EventTarget {
  readonly kind: string;
  stopped = false;
  constructor(kind: string) {
    super();
    this.kind = kind;
  }
  stop() {
    this.stopped = true;
  }
}

export class FakeStream {
  tracks: FakeTrack[];
  constructor(kinds: string[]) {
    this.tracks = kinds.map((kind) => new FakeTrack(kind));
  }
  getTracks = () => this.tracks;
  getAudioTracks = () => this.tracks.filter(({ kind }) => kind === 'audio');
}

export class FakeMediaRecorder extends EventTarget {
  static last: FakeMediaRecorder;
  static isTypeSupported = (type: string) => /^(video|audio)\/mp4$/.test(type);
  state = 'inactive';
  mimeType: string;
  constructor(_stream: unknown, options: { mimeType: string }) {
    super();
    this.mimeType = options.mimeType;
    FakeMediaRecorder.last = this;
  }
  start() {
    this.state = 'recording';
  }
  pause() {
    this.state = 'paused';
  }
  resume() {
    this.state = 'recording';
  }
  requestData() {
    this.give('P');
  }
  stop() {
    this.state = 'inactive';
    this.dispatchEvent(new Event('stop'));
  }
  give(text: string) {
    this.dispatchEvent(Object.assign(new Event('dataavailable'), { data: new Blob([text]) }));
  }
}

export class FakeDevices extends EventTarget {
  streams: FakeStream[] = [];
  asked: MediaStreamConstraints[] = [];
  failWith: string | null = null;
  async getUserMedia(constraints: MediaStreamConstraints) {
    this.asked.push(constraints);
    if (this.failWith) throw new DOMException('no', this.failWith);
    const stream = new FakeStream(constraints.video ? ['video', 'audio'] : ['audio']);
    this.streams.push(stream);
    return stream;
  }
  async enumerateDevices() {
    const device = (kind: string, deviceId: string) => ({ kind, deviceId, label: deviceId });
    return [
      device('audioinput', 'default'),
      device('audioinput', 'mic'),
      device('videoinput', 'front'),
      device('videoinput', 'back'),
    ];
  }
}

throw new Error('the module cannot be loaded');
